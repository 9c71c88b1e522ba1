-- Interventions whose kind is of one of the six families of incivilities.
SELECT NULL AS agency, COUNT(*) AS numerator, 1 AS denominator
FROM intervention
JOIN intervention_kind ON intervention_kind.id = intervention.intervention_kind_id
WHERE retired_by IS NULL AND day >= :start AND day < :stop
  AND intervention_kind.family IN ('N', 'O', 'C', 'D', 'I', 'T')
UNION ALL
SELECT agency_id, COUNT(*), 1
FROM intervention
JOIN intervention_kind ON intervention_kind.id = intervention.intervention_kind_id
WHERE retired_by IS NULL AND day >= :start AND day < :stop
  AND intervention_kind.family IN ('N', 'O', 'C', 'D', 'I', 'T')
GROUP BY agency_id
