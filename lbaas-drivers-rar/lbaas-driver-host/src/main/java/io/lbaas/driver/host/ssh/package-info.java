/** Another host, over SSH. Nothing of ours runs there: files by SFTP, programs by the shell, sockets by forwarding. */
package io.lbaas.driver.host.ssh;
