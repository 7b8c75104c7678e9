/** How commands and results look as JMS messages: text, with properties for selectors and for the people who look. */
package io.lbaas.message.jms;
