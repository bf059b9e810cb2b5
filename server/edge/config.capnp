using Workerd = import "/workerd/workerd.capnp";

# Vitrina on workerd without Cloudflare:
#   SHOP_ORIGINS=https://shop.example workerd serve server/edge/config.capnp --directory-path data=/var/lib/vitrina
# Listen elsewhere with `--socket-addr http=HOST:PORT`. Put a proxy in front that lets only your own host names through (each
# one is a shop) and that sets cf-connecting-ip and cf-ipcountry itself.
const config :Workerd.Config = (
  services = [
    (name = "vitrina", worker = .vitrina),
    (name = "data", disk = (path = "data", writable = true)),
    # Feeds are fetched by it: whatever a name resolves to, no private address is connected to.
    (name = "internet", network = (allow = ["public"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8080", http = (), service = "vitrina")],
);

const vitrina :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "../../dist/worker.js")],
  compatibilityDate = "2026-10-01",
  # Without eviction a quiet shop keeps its warm profiles, and its visitors their name of the day.
  durableObjectNamespaces = [
    (className = "ShopObject", uniqueKey = "vitrina-shop", enableSql = true, preventEviction = true),
  ],
  durableObjectStorage = (localDisk = "data"),
  bindings = [
    (name = "SHOPS", durableObjectNamespace = "ShopObject"),
    (name = "SHOP_NAME", fromEnvironment = "SHOP_NAME"),
    (name = "SHOP_ORIGINS", fromEnvironment = "SHOP_ORIGINS"),
    (name = "SHOP_CURRENCY", fromEnvironment = "SHOP_CURRENCY"),
    (name = "SHOP_TIME_ZONE", fromEnvironment = "SHOP_TIME_ZONE"),
    (name = "RATE_LIMITS", fromEnvironment = "RATE_LIMITS"),
    (name = "FEED_ADDRESSES", fromEnvironment = "FEED_ADDRESSES"),
  ],
);
