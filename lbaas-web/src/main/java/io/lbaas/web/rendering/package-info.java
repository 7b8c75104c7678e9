/** From what the plugin answers to the JSON of the API, and only as much of it as the client asked for. */
package io.lbaas.web.rendering;
