package io.lbaas.plugin.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.postgresql.util.PGobject;

/**
 * Hands the elements of a collection and what may be null to the driver with their type; EclipseLink would make text of
 * them.
 */
@Converter
public class UuidColumn implements AttributeConverter<UUID, Object> {

    @Override
    public Object convertToDatabaseColumn(UUID value) {
        if (value != null) {
            return value;
        }
        var absent = new PGobject();
        absent.setType("uuid");
        return absent;
    }

    @Override
    public UUID convertToEntityAttribute(Object value) {
        return (UUID) value;
    }
}
