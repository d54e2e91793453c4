/**
 * A second answer to every query: plain Java over a list of rows, in a few lines that can be believed. The API has to
 * agree with it, order included.
 */
package io.nocode.runtime.records.reference;
