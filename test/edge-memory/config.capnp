using Workerd = import "/workerd/workerd.capnp";

# The model alone, on a heap that ends where the platform's would.
const config :Workerd.Config = (
  services = [(name = "model", worker = .model)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "model")],
  v8Flags = ["--max-old-space-size=32", "--max-semi-space-size=2"],
);

const model :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-10-01",
);
