-- Minutes of the sessions, whoever listened, in hours.
SELECT
  NULL AS agency,
  SUM(training_session.delivered_minutes) AS numerator,
  60 AS denominator
FROM training_session
WHERE training_session.retired_by IS NULL AND training_session.day >= :start AND training_session.day < :stop
UNION ALL
SELECT
  training_session.agency_id,
  SUM(training_session.delivered_minutes),
  60
FROM training_session
WHERE training_session.retired_by IS NULL AND training_session.day >= :start AND training_session.day < :stop
GROUP BY training_session.agency_id
