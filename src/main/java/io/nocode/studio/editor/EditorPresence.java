package io.nocode.studio.editor;

import java.util.List;

/** Everybody who has the project open now, this editor's own person too; whoever is not among them has left. */
public record EditorPresence(List<Presence.Person> people) {}
