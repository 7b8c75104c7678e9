/** The program itself: its master process, its check of a configuration, what it says and what its workers run. */
package io.lbaas.driver.nginx.process;
