package org.tocsin.service.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name; blocks while it asks. */
@FunctionalInterface
public interface Resolver {
    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
