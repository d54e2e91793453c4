package io.nocode.shared.rest;

/** An answer to GET that gets no entity tag: it is not one resource. */
public interface Untagged {}
