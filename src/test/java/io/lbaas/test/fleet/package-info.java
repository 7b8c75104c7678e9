/** Several devices: how they are registered, drained, evacuated and taken away. */
package io.lbaas.test.fleet;
