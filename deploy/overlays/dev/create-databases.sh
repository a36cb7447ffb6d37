#!/bin/sh
# Run once by the image, when its data folder is new: a role and a database of its own for each service, closed to the others.
set -eu
for service in ingest events alerts; do
    psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc -v ON_ERROR_STOP=1 -v service="$service" <<'SQL'
select 'tocsin_' || :'service' as name, upper(:'service') || '_PASSWORD' as variable \gset
-- From the environment, so that no password stands on a command line.
\getenv password :variable
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
done
