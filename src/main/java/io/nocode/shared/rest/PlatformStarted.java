package io.nocode.shared.rest;

/** The tables are there: every module may prepare what it needs at start. Sent once a start, as a CDI event. */
public record PlatformStarted() {}
