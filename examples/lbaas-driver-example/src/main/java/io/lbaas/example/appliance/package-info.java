/** The device of the example: forwards TCP connections and is told by lines of text. No part of the driver. */
package io.lbaas.example.appliance;
