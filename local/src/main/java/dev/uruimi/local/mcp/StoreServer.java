package dev.uruimi.local.mcp;

import dev.uruimi.local.stores.StoreApi;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Puts the tools together. */
final class StoreServer {

  private static final String INSTRUCTIONS =
      """
      Online shops on Kubernetes. create_store asks for one and answers at once; watch_store waits \
      until it can sell or is known to have failed. diagnose_store tells why a store is not ready \
      and what to do. delete_store removes a store with all its data for good. Passwords are not \
      to be had here: `uruimi store credentials ID` shows them to a person.""";

  private final List<StoreTool> tools;

  StoreServer(StoreApi api) {
    this.tools =
        List.of(
            new ListStores(api),
            new CreateStore(api),
            new WatchStore(api),
            new DiagnoseStore(api),
            new RetryStore(api),
            new DeleteStore(api));
  }

  McpSyncServer start(InputStream in, OutputStream out) {
    var transport = new StdioServerTransportProvider(McpJsonDefaults.getMapper(), in, out);
    return McpServer.sync(transport)
        .serverInfo("uruimi", "0.1.0")
        .instructions(INSTRUCTIONS)
        .capabilities(ServerCapabilities.builder().tools(false).build())
        .tools(tools.stream().map(StoreServer::specification).toList())
        .build();
  }

  private static SyncToolSpecification specification(StoreTool tool) {
    return new SyncToolSpecification(
        tool.description(),
        (exchange, request) -> new ToolCall(exchange, request).answeredBy(tool));
  }
}
