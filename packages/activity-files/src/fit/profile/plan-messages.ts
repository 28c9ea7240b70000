/** Messages of workouts, courses, segments and schedules. Notation: see `notation.ts`. */
export const planMessages = {
  workout: [
    26,
    'sport:4e=sport capabilities:5Y num_valid_steps:6H wkt_name:8s sub_sport:11e=sub_sport',
    'pool_length:14H/100 pool_length_unit:15e=measure wkt_description:17s message_index:254H',
  ],
  workout_session: [
    158,
    'sport:0e=sport sub_sport:1e=sub_sport num_valid_steps:2H first_step_index:3H pool_length:4H/100',
    'pool_length_unit:5e=measure message_index:254H',
  ],
  workout_step: [
    27,
    'wkt_step_name:0s duration_type:1e=duration_type duration_value:2I target_type:3e=target_type',
    'target_value:4I custom_target_value_low:5I custom_target_value_high:6I intensity:7e=intensity notes:8s',
    'equipment:9e exercise_category:10H exercise_name:11H exercise_weight:12H/100 weight_display_unit:13H',
    'secondary_target_type:19e=target_type secondary_target_value:20I secondary_custom_target_value_low:21I',
    'secondary_custom_target_value_high:22I message_index:254H',
  ],
  schedule: [
    28,
    'manufacturer:0H=manufacturer product:1H serial_number:2Y time_created:3t completed:4e type:5e',
    'scheduled_time:6l',
  ],
  course: [31, 'sport:4e=sport name:5s capabilities:6Y sub_sport:7e=sub_sport'],
  course_point: [
    32,
    'timestamp:1t position_lat:2g position_long:3g distance:4I/100 type:5e=course_point name:6s favorite:8e',
    'message_index:254H',
  ],
  segment_id: [148, 'name:0s uuid:1s sport:2e=sport enabled:3e'],
  segment_point: [
    150,
    'position_lat:1g position_long:2g distance:3I/100 altitude:4H/5-500 leader_time:5I/1000',
    'enhanced_altitude:6I/5-500 message_index:254H',
  ],
  segment_file: [151, 'file_uuid:1s enabled:3e message_index:254H'],
  segment_leaderboard_entry: [
    149,
    'name:0s type:1e group_primary_key:2I activity_id:3I segment_time:4I/1000 activity_id_string:5s',
    'message_index:254H',
  ],
  training_file: [
    72,
    'type:0e=file_type manufacturer:1H=manufacturer product:2H serial_number:3Y time_created:4t',
    'timestamp:253t',
  ],
} as const;
