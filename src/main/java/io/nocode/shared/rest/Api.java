package io.nocode.shared.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST application; its resources and providers are found by their annotations. */
@ApplicationPath("/api")
public class Api extends Application {}
