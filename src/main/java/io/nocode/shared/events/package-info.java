/**
 * Server-sent events: connections that cost neither a thread nor a database connection while nothing happens, and are
 * written to by a few threads that do nothing else. Their listeners are asked again and again whether they still may,
 * and go on after {@code Last-Event-ID}. A feature that tells something implements {@link
 * io.nocode.shared.events.Telling} and gives it to {@link io.nocode.shared.events.EventStreams#open}.
 */
@NullMarked
package io.nocode.shared.events;

import org.jspecify.annotations.NullMarked;
