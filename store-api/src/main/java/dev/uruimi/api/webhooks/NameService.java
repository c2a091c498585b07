package dev.uruimi.api.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds all addresses of a host. */
interface NameService {

  /** A literal address is found without asking anybody. */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
