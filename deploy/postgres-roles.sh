#!/bin/sh
# Makes the database and its two roles, once, when PostgreSQL starts with an empty folder.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" --username "${POSTGRES_USER:-postgres}" <<'SQL'
create role undersigned login password :'owner';
create role undersigned_app login password :'app';
alter role undersigned_app set jit = off;
alter role undersigned_app set max_parallel_workers_per_gather = 0;
alter role undersigned_app set log_error_verbosity = terse;
alter role undersigned_app set log_min_error_statement = panic;
create database undersigned owner undersigned encoding 'UTF8' template template0;
SQL
