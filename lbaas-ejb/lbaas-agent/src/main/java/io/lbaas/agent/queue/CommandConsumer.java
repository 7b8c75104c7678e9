package io.lbaas.agent.queue;

import io.lbaas.message.Queues;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes configuration changes; as many at once as {@code lbaas.agent.concurrency} says, which share batches. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.COMMANDS),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "endpointPoolMaxSize",
                    propertyValue = "${MPCONFIG=lbaas.agent.concurrency:96}")
        })
public class CommandConsumer implements MessageListener {

    @Inject
    private CommandExchange exchange;

    @Override
    public void onMessage(Message message) {
        exchange.answer(message);
    }
}
