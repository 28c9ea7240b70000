/** Messages about the device, its sensors and the athlete's settings. Notation: see `notation.ts`. */
export const deviceMessages = {
  device_info: [
    23,
    'device_index:0B device_type:1B manufacturer:2H=manufacturer serial_number:3Y product:4H',
    'software_version:5H/100 hardware_version:6B cum_operating_time:7I battery_voltage:10H/256',
    'battery_status:11B=battery_status sensor_position:18e descriptor:19s ant_device_number:21Z',
    'ant_network:22e source_type:25e=source_type product_name:27s battery_level:32B timestamp:253t',
  ],
  developer_data_id: [
    207,
    'developer_id:0y application_id:1y manufacturer_id:2H=manufacturer developer_data_index:3B',
    'application_version:4I',
  ],
  field_description: [
    206,
    'developer_data_index:0B field_definition_number:1B fit_base_type_id:2B field_name:3s array:4B',
    'components:5s scale:6B offset:7b units:8s bits:9s accumulate:10s fit_base_unit_id:13H',
    'native_mesg_num:14H native_field_num:15B',
  ],
  device_settings: [
    2,
    'active_time_zone:0B utc_offset:1I time_offset:2I time_zone_offset:5b/4 activity_tracker_enabled:36e',
    'clock_time:39t',
  ],
  user_profile: [
    3,
    'friendly_name:0s gender:1e=gender age:2B height:3B/100 weight:4H/10 language:5e resting_heart_rate:8B',
    'default_max_running_heart_rate:9B default_max_biking_heart_rate:10B default_max_heart_rate:11B',
    'activity_class:17e user_running_step_length:31H/1000 user_walking_step_length:32H/1000',
    'message_index:254H',
  ],
  zones_target: [
    7,
    'max_heart_rate:1B threshold_heart_rate:2B functional_threshold_power:3H hr_calc_type:5e=hr_zone_calc',
    'pwr_calc_type:7e=power_zone_calc',
  ],
  hr_zone: [8, 'high_bpm:1B name:2s message_index:254H'],
  power_zone: [9, 'high_value:1H name:2s message_index:254H'],
  speed_zone: [53, 'high_value:0H/1000 name:1s message_index:254H'],
  time_in_zone: [
    216,
    'reference_mesg:0H reference_index:1H time_in_hr_zone:2I/1000 time_in_speed_zone:3I/1000',
    'time_in_cadence_zone:4I/1000 time_in_power_zone:5I/1000 hr_zone_high_boundary:6B',
    'speed_zone_high_boundary:7H/1000 cadence_zone_high_boundary:8B power_zone_high_boundary:9H',
    'hr_calc_type:10e=hr_zone_calc max_heart_rate:11B resting_heart_rate:12B threshold_heart_rate:13B',
    'pwr_calc_type:14e=power_zone_calc functional_threshold_power:15H timestamp:253t',
  ],
} as const;
