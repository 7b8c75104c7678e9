package io.lbaas.test.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** As much of an OpenID Connect provider as a resource server sees: its keys, and tokens signed with them. */
public final class IdentityProvider implements AutoCloseable {
    private final KeyPair keys = newKeys();
    private final HttpServer server;

    public IdentityProvider() {
        byte[] document = jwks().toString().getBytes(UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(200, document.length);
                exchange.getResponseBody().write(document);
            }
            exchange.close();
        });
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String keys() {
        return issuer() + "/jwks";
    }

    /** A token with those claims beside the usual ones. */
    public String token(Duration life, JsonObjectBuilder claims) {
        Instant now = Instant.now();
        JsonObject payload = Json.createObjectBuilder(claims.build())
                .add("iss", issuer())
                .add("jti", UUID.randomUUID().toString())
                .add("iat", now.minusSeconds(3600).getEpochSecond())
                .add("exp", now.plus(life).getEpochSecond())
                .build();
        JsonObject header = Json.createObjectBuilder()
                .add("typ", "JWT")
                .add("alg", "RS256")
                .add("kid", "1")
                .build();
        String signed = encoded(header.toString().getBytes(UTF_8)) + "."
                + encoded(payload.toString().getBytes(UTF_8));
        return signed + "." + encoded(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonObject jwks() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Json.createObjectBuilder()
                .add(
                        "keys",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("kty", "RSA")
                                        .add("kid", "1")
                                        .add("use", "sig")
                                        .add("alg", "RS256")
                                        .add("n", encoded(unsigned(key.getModulus())))
                                        .add("e", encoded(unsigned(key.getPublicExponent())))))
                .build();
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
