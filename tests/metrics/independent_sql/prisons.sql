-- Different prisons with a session.
SELECT
  NULL AS agency,
  COUNT(DISTINCT training_session.site_id) AS numerator,
  1 AS denominator
FROM training_session
JOIN site ON site.id = training_session.site_id
WHERE training_session.retired_by IS NULL AND training_session.day >= :start AND training_session.day < :stop
  AND site.kind = 'prison'
UNION ALL
SELECT
  training_session.agency_id,
  COUNT(DISTINCT training_session.site_id),
  1
FROM training_session
JOIN site ON site.id = training_session.site_id
WHERE training_session.retired_by IS NULL AND training_session.day >= :start AND training_session.day < :stop
  AND site.kind = 'prison'
GROUP BY training_session.agency_id
