/** Who may go through which door, asked of every operation of the OpenAPI document. */
package io.nocode.doors;
