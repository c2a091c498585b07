package dev.uruimi.events;

import java.util.Map;

/**
 * An event as it stands on Kafka: the CloudEvents binary content mode of the Kafka protocol
 * binding.
 *
 * @param key the store id
 * @param headers {@code ce_*} attributes and {@code content-type}, UTF-8 text
 * @param body UTF-8 JSON
 */
@SuppressWarnings("ArrayRecordComponent")
public record EncodedEvent(String key, Map<String, String> headers, byte[] body) {}
