#!/usr/bin/env bash
# Builds the image of the Dockerfile with buildah and runs it: `npm run test:image`, as root, with DATABASE_URL of a
# PostgreSQL that this may make roles and a database in. No registry is asked: the base is made of this machine's Node 24,
# npm and shell.
set -euo pipefail
# Each job in a group of its own: what buildah starts is ended with it.
set -m
cd "$(dirname "$0")/.."
: "${DATABASE_URL:?set it to a superuser of a PostgreSQL to try the image with}"
for program in buildah psql; do
  command -v "$program" >/dev/null || { echo "$program is not installed (Debian: apt-get install buildah netavark postgresql-client)" >&2; exit 1; }
done

work=$(mktemp -d)
store=(buildah --storage-driver vfs --root "$work/store" --runroot "$work/run")
limits=(--ulimit "nofile=$(ulimit -Sn):$(ulimit -Hn)" --ulimit "nproc=$(ulimit -Su):$(ulimit -Hu)")
started=()
clean() {
  for job in "${started[@]}"; do kill -- "-$job" 2>/dev/null || true; done
  wait
  "${store[@]}" rm --all >/dev/null 2>&1 || true
  psql -q "$DATABASE_URL" -c "drop database if exists undersigned with (force)" -c "drop role if exists undersigned_app" \
    -c "drop role if exists undersigned" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap clean EXIT

echo "A base of this machine's Node 24"
base="$work/base"
mkdir -p "$base"/{usr/local/bin,usr/local/lib/node_modules,usr/bin,etc/ssl/certs,tmp,root,app}
ln -s usr/bin "$base/bin"
chmod 1777 "$base/tmp"
cp "$(npx -y node@24 -p process.execPath)" "$base/usr/local/bin/node"
cp -rL "$(npm root -g)/npm" "$base/usr/local/lib/node_modules/npm"
printf '#!/bin/sh\nexec node /usr/local/lib/node_modules/npm/bin/npm-cli.js "$@"\n' >"$base/usr/local/bin/npm"
chmod +x "$base/usr/local/bin/npm"
for program in sh rm mkdir chown env find sleep; do cp -L "$(command -v "$program")" "$base/usr/bin/"; done
for program in "$base"/usr/bin/* "$base/usr/local/bin/node"; do
  ldd "$program" 2>/dev/null | grep -o '/[^ ]*' || true
done | sort -u | while read -r library; do cp -L --parents "$library" "$base/"; done
# What packages with compiled parts load of libc.
folder=$(dirname "$(ldd "$base/usr/local/bin/node" | grep -o '/[^ ]*libc\.so\.6')")
cp -L "$folder"/lib{rt,resolv,util,nss_files,nss_dns}.so* "$base$folder/" 2>/dev/null || true
printf 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n' >"$base/etc/passwd"
cp -L /etc/resolv.conf /etc/hosts "$base/etc/"
cp -L /etc/ssl/certs/ca-certificates.crt "$base/etc/ssl/certs/"
name=$(sed -n 's/^FROM \(.*\) AS build$/\1/p' Dockerfile)
"${store[@]}" from --name base scratch >/dev/null
"${store[@]}" copy -q base "$base" / >/dev/null
"${store[@]}" config --env PATH=/usr/local/bin:/usr/bin base
"${store[@]}" commit -q base "$name" >/dev/null
"${store[@]}" rm base >/dev/null

echo "Build"
git ls-files -z --cached --others --exclude-standard | { mkdir "$work/context"; xargs -0 cp --parents -t "$work/context" 2>/dev/null || true; }
# How this machine reaches npm's registry is no part of the image.
mounts=()
for file in "$(npm config get userconfig)" "$(npm config get globalconfig)" "${NODE_EXTRA_CA_CERTS:-}"; do
  [ ! -f "$file" ] || mounts+=(--volume "$file:$file:ro")
done
cache=$(npm config get cache)
[ ! -d "$cache" ] || mounts+=(--volume "$cache:/root/.npm")
"${store[@]}" build --quiet --pull=never --isolation chroot --network host "${limits[@]}" "${mounts[@]}" \
  --env "NPM_CONFIG_GLOBALCONFIG=$(npm config get globalconfig)" \
  ${NODE_EXTRA_CA_CERTS:+--env "NODE_EXTRA_CA_CERTS=$NODE_EXTRA_CA_CERTS"} \
  --format docker --tag undersigned "$work/context" >/dev/null

image() { "${store[@]}" inspect --type image --format "{{$1}}" undersigned; }
[ "$(image .Docker.Config.User)" = 65534:65534 ]
[ "$(image .Docker.Config.Healthcheck)" != "<nil>" ]

echo "Roles and database, as compose.yaml makes them"
server=$(node -p 'const u = new URL(process.argv[1]); `PGHOST=${u.hostname} PGPORT=${u.port || 5432} POSTGRES_USER=${u.username} PGPASSWORD=${u.password}`' "$DATABASE_URL")
env $server OWNER_PASSWORD=owner-0123456789 APP_PASSWORD=app-0123456789 sh deploy/postgres-roles.sh
at=$(node -p 'new URL(process.argv[1]).host' "$DATABASE_URL")
port=$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')

"${store[@]}" from --pull=never --isolation chroot "${limits[@]}" --name product undersigned >/dev/null
run() {
  "${store[@]}" run --isolation chroot --env "APP_URL=https://sign.your-campaign.net" --env "PORT=$port" --env DRAIN_NOTICE_SECONDS=0 \
    --env "SECRET=$(printf 'k%.0s' $(seq 40))" --env "MAIL_FROM=Campaign <news@your-campaign.net>" \
    --env "DATABASE_URL=postgres://undersigned_app:app-0123456789@$at/undersigned" \
    --env "MIGRATE_DATABASE_URL=postgres://undersigned:owner-0123456789@$at/undersigned" product -- "$@"
}
program=(node --max-semi-space-size=8 build/server/index.js)

echo "As uid 65534, which can write nowhere but /data and /tmp"
run node -e 'if (process.getuid() !== 65534) process.exit(1)'
writable=$(run find / -xdev \( -path /proc -o -path /dev -o -path /sys -o -path /data -o -path /tmp \) -prune -o -writable ! -type l -print)
[ -z "$writable" ] || { echo "$writable" | head -5 >&2; exit 1; }

run "${program[@]}" migrate
run "${program[@]}" seed
run "${program[@]}" web >"$work/web.log" 2>&1 &
started+=($!)
run "${program[@]}" worker >"$work/worker.log" 2>&1 &
started+=($!)
for _ in $(seq 240); do
  ! curl -sf -o /dev/null "http://127.0.0.1:$port/readyz" || break
  sleep 0.5
done
curl -sf -o /dev/null "http://127.0.0.1:$port/readyz"
# In public the seeded campaign is a draft until the links to its sources are verified: nobody sees it.
[ "$(curl -s -o "$work/page.html" -w '%{http_code}' "http://127.0.0.1:$port/c/microsoft-ice")" = 404 ]
grep -q "<h1" "$work/page.html"
run node -e "$(node -p 'JSON.parse(/^HEALTHCHECK.*CMD (\[.*\])$/m.exec(require("node:fs").readFileSync("Dockerfile", "utf8"))[1])[2]')"
grep -q "The worker runs" "$work/worker.log" || { cat "$work/worker.log" >&2; exit 1; }
printf 'The image is built, migrates, serves and works.\n'
