-- Apprentices by their open enrolments, the others as they begin an action.
SELECT
  NULL AS agency,
  (SELECT COUNT(*) FROM enrolment
   WHERE retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to > :start))
  + (SELECT COALESCE(SUM(learners), 0) FROM attendance
     WHERE retired_by IS NULL AND day >= :start AND day < :stop AND trainee <> 'apprentice') AS numerator,
  1 AS denominator
UNION ALL
SELECT
  agency.id,
  (SELECT COUNT(*) FROM enrolment
   WHERE enrolment.agency_id = agency.id
     AND retired_by IS NULL AND valid_from < :stop AND (valid_to IS NULL OR valid_to > :start))
  + (SELECT COALESCE(SUM(learners), 0) FROM attendance
     WHERE attendance.agency_id = agency.id
       AND retired_by IS NULL AND day >= :start AND day < :stop AND trainee <> 'apprentice'),
  1
FROM agency
