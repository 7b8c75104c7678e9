package io.lbaas.plugin.queue;

import io.lbaas.message.MessageCodec;
import io.lbaas.message.Queues;
import io.lbaas.message.Result;
import io.lbaas.message.UnreadableMessageException;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Takes results off the queue, in the transaction that settles them. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.RESULTS),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "endpointPoolMaxSize",
                    propertyValue = "${MPCONFIG=lbaas.results.concurrency:4}")
        })
public class ResultConsumer implements MessageListener {

    private final MessageCodec codec = new MessageCodec();

    @Inject
    private Settler settler;

    @Inject
    private DeviceReports devices;

    @Inject
    private AuditReports audits;

    @Inject
    private CommandQueue queue;

    @Override
    public void onMessage(Message message) {
        try {
            consume(message.getBody(String.class));
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }

    private void consume(String body) {
        try {
            Result result = codec.readResult(body);
            switch (result.operation()) {
                case PROBE -> devices.probed(result);
                case HEALTH -> devices.observed(result);
                case STATS -> devices.counted(result);
                case AUDIT -> audits.audited(result);
                default -> settler.settle(result);
            }
        } catch (UnreadableMessageException e) {
            queue.bury(body, e.getMessage());
        }
    }
}
