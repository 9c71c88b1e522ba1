-- People met over hours done: 60 times the people over the minutes.
SELECT
  NULL AS agency,
  (SELECT 60 * SUM(people_met) FROM intervention WHERE retired_by IS NULL AND day >= :start AND day < :stop)
    AS numerator,
  (SELECT SUM(done_minutes) FROM field_hours WHERE retired_by IS NULL AND day >= :start AND day < :stop)
    AS denominator
UNION ALL
SELECT
  agency.id,
  (SELECT 60 * SUM(people_met) FROM intervention
   WHERE agency_id = agency.id AND retired_by IS NULL AND day >= :start AND day < :stop),
  (SELECT SUM(done_minutes) FROM field_hours
   WHERE agency_id = agency.id AND retired_by IS NULL AND day >= :start AND day < :stop)
FROM agency
