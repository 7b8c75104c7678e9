/** The resources of the tenant's API, each over one service of the plugin. */
package io.lbaas.web.resource;
