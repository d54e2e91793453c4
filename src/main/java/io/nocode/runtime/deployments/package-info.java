/** Brings a version of a project live: a job of small steps, and one transaction that switches. */
@NullMarked
package io.nocode.runtime.deployments;

import org.jspecify.annotations.NullMarked;
