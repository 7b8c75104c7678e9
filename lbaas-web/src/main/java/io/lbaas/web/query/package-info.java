/** What the query string of a list asks for: filters, sorting, pages and fields. */
package io.lbaas.web.query;
