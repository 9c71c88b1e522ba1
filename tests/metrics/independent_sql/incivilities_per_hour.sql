-- Incivilities over hours done: 60 times the rows that are none of the four other families, over the minutes.
SELECT
  NULL AS agency,
  (SELECT 60 * COUNT(*) FROM intervention
   JOIN intervention_kind ON intervention_kind.id = intervention.intervention_kind_id
   WHERE retired_by IS NULL AND day >= :start AND day < :stop
     AND intervention_kind.family NOT IN ('V', 'E', 'A', 'P')) AS numerator,
  (SELECT SUM(done_minutes) FROM field_hours WHERE retired_by IS NULL AND day >= :start AND day < :stop)
    AS denominator
UNION ALL
SELECT
  agency.id,
  (SELECT 60 * COUNT(*) FROM intervention
   JOIN intervention_kind ON intervention_kind.id = intervention.intervention_kind_id
   WHERE agency_id = agency.id AND retired_by IS NULL AND day >= :start AND day < :stop
     AND intervention_kind.family NOT IN ('V', 'E', 'A', 'P')),
  (SELECT SUM(done_minutes) FROM field_hours
   WHERE agency_id = agency.id AND retired_by IS NULL AND day >= :start AND day < :stop)
FROM agency
