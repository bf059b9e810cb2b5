using Workerd = import "/workerd/workerd.capnp";
using Vitrina = import "../server/edge/config.capnp";

# The same, for tests whose feeds stand on this machine.
const config :Workerd.Config = (
  services = [
    (name = "vitrina", worker = Vitrina.vitrina),
    (name = "data", disk = (path = "data", writable = true)),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8080", http = (), service = "vitrina")],
);
