/** Load balancers that go from one device to another: up there first, then down here, whatever crashes in between. */
package io.lbaas.plugin.move;
