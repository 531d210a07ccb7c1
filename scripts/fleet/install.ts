import { installFromDebian } from "../debian.ts"

// What `npm run test:fleet` shards logs with. On a machine with systemd, Debian starts the ssh service when it installs one.
installFromDebian({
  "/usr/bin/parallel": "parallel",
  "/usr/sbin/sshd": "openssh-server",
  "/usr/bin/dask-scheduler": "python3-distributed",
})
