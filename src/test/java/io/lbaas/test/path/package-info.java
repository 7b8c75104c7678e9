/** The main path: from a REST call to packets through HAProxy. */
package io.lbaas.test.path;
