package io.lbaas.plugin.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lbaas.plugin.api.Caller;
import io.lbaas.plugin.api.Fault;
import io.lbaas.plugin.api.TlsContainers;
import io.lbaas.plugin.rule.FieldRules;
import io.lbaas.tls.bundle.BundleReader;
import io.lbaas.tls.bundle.TlsBundle;
import io.lbaas.tls.bundle.UnusableTlsException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Our own store of TLS material: reads what is uploaded before anything is locked or written. */
@Stateless
@InFaults
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TlsContainersBean implements TlsContainers {

    @Inject
    private TlsVault vault;

    @Inject
    private FieldRules fields;

    @Override
    public Container create(Caller caller, String projectId, Upload upload) {
        return vault.add(projectId, upload.name(), read(upload));
    }

    @Override
    public Container show(UUID id) {
        return vault.show(id);
    }

    @Override
    public List<Container> list(String projectId) {
        return vault.list(projectId);
    }

    @Override
    public Container replace(Caller caller, UUID id, Upload upload) {
        return vault.replace(caller, id, upload.name(), read(upload));
    }

    @Override
    public void delete(Caller caller, UUID id) {
        vault.remove(id);
    }

    private TlsBundle read(Upload upload) {
        fields.check(upload);
        if ((upload.pem() == null) == (upload.pkcs12() == null)) {
            throw Fault.validation("Must provide exactly one of: pem, pkcs12");
        }
        try {
            return BundleReader.read(content(upload), upload.password().toCharArray());
        } catch (UnusableTlsException e) {
            Fault fault = Fault.validation("The upload cannot be used. " + e.getMessage() + ".");
            fault.initCause(e);
            throw fault;
        }
    }

    private static byte[] content(Upload upload) throws UnusableTlsException {
        try {
            return upload.pem() == null
                    ? Base64.getMimeDecoder().decode(upload.pkcs12())
                    : upload.pem().getBytes(UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnusableTlsException("It is not Base64", e);
        }
    }
}
