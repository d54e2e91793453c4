package io.nocode.studio.editor;

/** The draft's revision from which on an editor is told of what changes. */
public record DraftRevision(long revision) {}
