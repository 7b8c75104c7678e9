package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.Inventory.Event;
import io.lbaas.plugin.api.Inventory.EventKind;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Something that happened to a device. */
@Entity
@Table(name = "device_event")
public class DeviceEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "device_id")
    private UUID deviceId;

    @Convert(converter = InstantColumn.class)
    private Instant at;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    private String message;

    protected DeviceEvent() {}

    public DeviceEvent(UUID deviceId, Instant at, EventKind kind, String message) {
        this.deviceId = deviceId;
        this.at = at;
        this.kind = kind;
        this.message = message;
    }

    public Event view() {
        return new Event(at, kind, message);
    }
}
