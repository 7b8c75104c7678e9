/** The driver of the example, as {@code docs/writing-a-driver.md} explains it. */
package io.lbaas.example.driver;
