package io.lbaas.agent.queue;

import io.lbaas.agent.command.ClosedDevices;
import io.lbaas.message.MessageCodec;
import io.lbaas.message.Queues;
import io.lbaas.message.UnreadableMessageException;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Hears which devices are not to be touched. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.CLOSURES),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic")
        })
public class ClosureConsumer implements MessageListener {
    private static final System.Logger LOG = System.getLogger(ClosureConsumer.class.getName());

    private final MessageCodec codec = new MessageCodec();

    @Inject
    private ClosedDevices devices;

    @Override
    public void onMessage(Message message) {
        try {
            devices.close(codec.readClosure(message.getBody(String.class)));
        } catch (UnreadableMessageException e) {
            LOG.log(System.Logger.Level.ERROR, "A closure is passed over: {0}", e.getMessage());
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }
}
