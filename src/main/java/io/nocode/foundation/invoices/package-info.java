/** Invoices: numbered without gaps, their documents, and whether they are paid. */
@NullMarked
package io.nocode.foundation.invoices;

import org.jspecify.annotations.NullMarked;
