-- Prépare le serveur PostgreSQL, une seule fois, par son administrateur :
--     sudo -u postgres psql -f deploy/postgresql.sql
-- puis, pour chacun des trois comptes :  sudo -u postgres psql -c '\password optima_pages'
-- Les droits eux-mêmes sont donnés ensuite, et redonnés à chaque version, par « python -m data_access grant ».

-- Ce que les pages et les imports peuvent faire ; personne ne se connecte sous ces deux noms.
CREATE ROLE suite_reader NOLOGIN;
CREATE ROLE suite_writer NOLOGIN;

-- Qui se connecte : le propriétaire des tables (migrations, sauvegardes, personnes), les imports, les pages.
CREATE ROLE optima_owner LOGIN CONNECTION LIMIT 5;
-- (BYPASSRLS : COPY l'exige ; ce que les imports peuvent faire tient aux droits donnés table par table.)
CREATE ROLE optima_imports LOGIN BYPASSRLS CONNECTION LIMIT 5 IN ROLE suite_writer;
CREATE ROLE optima_pages LOGIN CONNECTION LIMIT 60 IN ROLE suite_reader;
ALTER ROLE optima_pages SET statement_timeout = '30s';
ALTER ROLE optima_pages SET idle_in_transaction_session_timeout = '60s';

CREATE DATABASE optima OWNER optima_owner ENCODING 'UTF8' TEMPLATE template0;
