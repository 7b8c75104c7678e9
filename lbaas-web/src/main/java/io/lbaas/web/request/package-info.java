/** What every request has before a resource sees it: an id, and the one path of its many spellings. */
package io.lbaas.web.request;
