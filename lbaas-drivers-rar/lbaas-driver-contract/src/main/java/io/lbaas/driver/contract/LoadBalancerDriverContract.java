package io.lbaas.driver.contract;

/** All that every driver must pass. */
public interface LoadBalancerDriverContract
        extends ApplyContract,
                RemoveContract,
                ConvergenceContract,
                BatchContract,
                InventoryContract,
                CapabilityContract,
                L7Contract,
                TlsContract,
                ObservationContract,
                DriftContract,
                InterruptionContract,
                OutageContract,
                SecrecyContract {}
