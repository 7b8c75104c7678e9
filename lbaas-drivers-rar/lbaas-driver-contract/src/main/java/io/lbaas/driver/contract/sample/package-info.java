/** Trees, texts and expected files for tests of what a driver renders, without a device. */
package io.lbaas.driver.contract.sample;
