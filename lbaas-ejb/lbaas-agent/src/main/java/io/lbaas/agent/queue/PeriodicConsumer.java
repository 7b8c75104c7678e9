package io.lbaas.agent.queue;

import io.lbaas.message.Queues;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes probes and readings, so that they and configuration changes never wait for each other. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.PERIODIC),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "endpointPoolMaxSize",
                    propertyValue = "${MPCONFIG=lbaas.agent.periodic-concurrency:8}")
        })
public class PeriodicConsumer implements MessageListener {

    @Inject
    private CommandExchange exchange;

    @Override
    public void onMessage(Message message) {
        exchange.answer(message);
    }
}
