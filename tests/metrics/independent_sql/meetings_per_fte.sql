-- 100 times the participations over the hundredths of the field posts open at any time.
SELECT
  NULL AS agency,
  (SELECT 100 * SUM(participations) FROM meeting
   WHERE retired_by IS NULL AND day >= :start AND day < :stop) AS numerator,
  (SELECT SUM(fte_hundredths) FROM post
   WHERE retired_by IS NULL AND on_field IS TRUE
     AND valid_from < :stop AND (valid_to IS NULL OR valid_to > :start)) AS denominator
UNION ALL
SELECT
  agency.id,
  (SELECT 100 * SUM(participations) FROM meeting
   WHERE agency_id = agency.id AND retired_by IS NULL AND day >= :start AND day < :stop),
  (SELECT SUM(fte_hundredths) FROM post
   WHERE agency_id = agency.id AND retired_by IS NULL AND on_field IS TRUE
     AND valid_from < :stop AND (valid_to IS NULL OR valid_to > :start))
FROM agency
