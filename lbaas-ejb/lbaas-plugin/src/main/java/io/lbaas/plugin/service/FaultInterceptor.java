package io.lbaas.plugin.service;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Translates what the database and the queue say. It is outside of the transaction, so that it hears the commit too. */
@InFaults
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class FaultInterceptor {

    @AroundInvoke
    public Object translate(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            throw Faults.translate(e);
        }
    }
}
