-- Planned minutes of the titles over enrolments open at any time in the period, in hours.
SELECT
  NULL AS agency,
  SUM(programme.title_minutes) AS numerator,
  60 * COUNT(*) AS denominator
FROM enrolment
JOIN programme ON programme.id = enrolment.programme_id
WHERE enrolment.retired_by IS NULL
  AND enrolment.valid_from < :stop AND (enrolment.valid_to IS NULL OR enrolment.valid_to > :start)
UNION ALL
SELECT
  enrolment.agency_id,
  SUM(programme.title_minutes),
  60 * COUNT(*)
FROM enrolment
JOIN programme ON programme.id = enrolment.programme_id
WHERE enrolment.retired_by IS NULL
  AND enrolment.valid_from < :stop AND (enrolment.valid_to IS NULL OR enrolment.valid_to > :start)
GROUP BY enrolment.agency_id
